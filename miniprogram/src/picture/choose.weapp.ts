import Taro from '@tarojs/taro'
import { type Chosen, LONG_SIDE_PIXELS, MOST_AT_ONCE, QUALITY } from './chosen'

const post =
  (filePath: string): Chosen['send'] =>
  (url, fields, progress) =>
    new Promise((resolve, reject) => {
      const task = Taro.uploadFile({
        url,
        filePath,
        name: 'file',
        formData: fields,
        success: ({ statusCode }) => (statusCode < 300 ? resolve() : reject(new Error('refused'))),
        fail: () => reject(new Error('offline')),
      })
      task.progress(({ progress: percent }) => progress(percent))
    })

async function smaller(path: string): Promise<Chosen> {
  const { tempFilePath } = await Taro.compressImage({
    src: path,
    quality: Math.round(QUALITY * 100),
    compressedWidth: LONG_SIDE_PIXELS,
  })
  const file = await new Promise<{ size: number }>((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: tempFilePath,
      success: ({ size }) => resolve({ size }),
      fail: () => reject(new Error('no picture')),
    })
  })
  return { preview: tempFilePath, mediaType: 'image/jpeg', byteCount: file.size, send: post(tempFilePath) }
}

/** 选择照片, from the album or the camera. Pictures that cannot be read here are left out. */
export async function choosePictures(most = MOST_AT_ONCE): Promise<Chosen[]> {
  const chosen = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] }).catch(
    () => undefined,
  )
  const made = await Promise.all(
    (chosen?.tempFiles ?? []).map((file) => smaller(file.tempFilePath).catch(() => undefined)),
  )
  return made.filter((each) => each !== undefined)
}
