import { type Chosen, LONG_SIDE_PIXELS, MOST_AT_ONCE, QUALITY } from './chosen'

/** Through a canvas: smaller, and without the place where it was taken. */
async function smaller(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, LONG_SIDE_PIXELS / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', QUALITY)
  })
}

const post =
  (blob: Blob): Chosen['send'] =>
  (url, fields, progress) =>
    new Promise((resolve, reject) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', blob, 'picture.jpg')
      const request = new XMLHttpRequest()
      request.upload.onprogress = ({ loaded, total }) => progress(Math.round((loaded / total) * 100))
      request.onload = () => (request.status < 300 ? resolve() : reject(new Error('refused')))
      request.onerror = () => reject(new Error('offline'))
      request.open('POST', url)
      request.send(form)
    })

/** 选择照片. Pictures that cannot be read here are left out. */
export const choosePictures = (most = MOST_AT_ONCE): Promise<Chosen[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = most > 1
    input.oncancel = () => resolve([])
    input.onchange = async () => {
      const files = [...(input.files ?? [])].slice(0, most)
      const blobs = await Promise.all(files.map((file) => smaller(file).catch(() => undefined)))
      resolve(
        blobs.flatMap((blob) =>
          blob
            ? [
                {
                  preview: URL.createObjectURL(blob),
                  mediaType: 'image/jpeg' as const,
                  byteCount: blob.size,
                  send: post(blob),
                },
              ]
            : [],
        ),
      )
    }
    input.click()
  })
