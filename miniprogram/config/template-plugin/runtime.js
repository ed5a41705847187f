import { internalComponents, mergeInternalComponents } from '@tarojs/shared'
import components from './attributes'
import leaveOut from './unused'

mergeInternalComponents(components)
leaveOut(internalComponents)
