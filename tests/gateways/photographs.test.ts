import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { settings } from '~/env.server'
import { dropPhotograph, keepPhotograph, readPhotograph } from '~/gateways/photographs.server'

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#a33' } })
const kept = async (bytes: Uint8Array): Promise<string> => {
  const answer = await keepPhotograph(bytes)
  if (answer.kind !== 'kept') throw new Error(answer.reason)
  return answer.id
}

describe('a photograph of a licence', () => {
  it('is drawn anew: smaller, upright, without place, time or device', async () => {
    const withPlace = await picture(3000, 2000)
      .withExif({ IFD0: { Model: 'Phone 7' }, IFD3: { GPSLatitude: '24/1 30/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(withPlace).metadata()).exif).toBeDefined()
    const read = await readPhotograph(await kept(withPlace))
    const { format, width, exif, icc, xmp } = await sharp(read ?? Buffer.alloc(0)).metadata()
    expect({ format, width, exif, icc, xmp }).toEqual({ format: 'jpeg', width: 1600, exif: undefined, icc: undefined, xmp: undefined })
  })

  it('cannot be read on disk, and is gone when it is dropped', async () => {
    const id = await kept(await picture(60, 40).png().toBuffer())
    const raw = fs.readFileSync(path.join(settings().dataFolder, 'photographs', id))
    expect(raw.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
    expect(await readPhotograph(id)).not.toBeNull()
    await dropPhotograph(id)
    expect(await readPhotograph(id)).toBeNull()
  })

  it('is refused where it is a page, a drawing that can run, or cut short', async () => {
    const reasonOf = async (bytes: Uint8Array) => {
      const answer = await keepPhotograph(bytes)
      return answer.kind === 'kept' ? 'kept' : answer.reason
    }
    const whole = await picture(400, 400).jpeg().toBuffer()
    expect(await reasonOf(Buffer.from('<!doctype html><script>alert(1)</script>'))).toBe('shell:photo.notPicture')
    expect(await reasonOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBe('shell:photo.notPicture')
    expect(await reasonOf(whole.subarray(0, 300))).toBe('shell:photo.notPicture')
    expect(await reasonOf(Buffer.alloc(0))).toBe('shell:photo.notPicture')
    expect(await reasonOf(Buffer.alloc(13 * 1024 * 1024))).toBe('shell:photo.tooLarge')
  })

  it('is refused at fifty million pixels before they are unpacked', async () => {
    const wide = await picture(10_000, 5_000).png({ compressionLevel: 9 }).toBuffer()
    expect(wide.byteLength).toBeLessThan(1_000_000)
    expect(await keepPhotograph(wide)).toMatchObject({ kind: 'refused', reason: 'shell:photo.tooManyPixels' })
  })
})
