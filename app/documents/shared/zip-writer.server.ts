import { ZipFile } from 'yazl'

/** A zip whose bytes go out while it is made. */
export function zipWriter(each: (bytes: Uint8Array) => void) {
  const zip = new ZipFile()
  const ended = new Promise<void>((resolve, reject) => {
    zip.outputStream.on('data', each)
    zip.outputStream.on('end', resolve)
    zip.outputStream.on('error', reject)
    zip.on('error', reject)
  })
  return {
    /** `compress`: not where the file is packed in itself. */
    add: (name: string, bytes: Buffer, compress: boolean): void => zip.addBuffer(bytes, name, { compress }),
    end(): Promise<void> {
      zip.end()
      return ended
    },
  }
}
