const path = require('node:path')
const components = require('./attributes')
const leaveOut = require('./unused')

/**
 * Taro's templates for WeChat name every attribute and leave out the accessible ones: this adds them, here and at run time,
 * and leaves out what nobody uses.
 */
module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, components)
      leaveOut(platform.template.internalComponents)
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime'))
    },
  })
