import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

export type HostileFile = { what: string; bytes: Buffer }

const script = '<!doctype html><script>window.__pwned=1</script>'
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#a33' } })
const jpeg = () => picture(300, 200).jpeg().toBuffer()
const png = () => picture(300, 200).png().toBuffer()

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), body])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

/** A PNG that says it is so large, with as many bytes of pixels as are given. */
export function pngSaying(width: number, height: number, pixels: Buffer, more: Buffer[] = []): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width >>> 0, 0)
  head.writeUInt32BE(height >>> 0, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([begin, chunk('IHDR', head), ...more, chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

/** A JPEG with another marker right after its beginning. */
const withSegment = (whole: Buffer, marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([whole.subarray(0, 2), head, body, whole.subarray(2)])
}

const entities = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, nth) => `<!ENTITY a${nth} "${`&a${nth === 0 ? '' : nth - 1};`.repeat(10)}">`).join('')}]>`
const drawing = (inner: string, head = '') =>
  Buffer.from(`${head}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`)

/** Files that are no picture, or none that anybody should unpack. */
export async function refusedFiles(): Promise<HostileFile[]> {
  const whole = await jpeg()
  const file = (what: string, bytes: Buffer | string): HostileFile => ({ what, bytes: Buffer.from(bytes) })
  return [
    file('nothing', ''),
    file('one byte', 'x'),
    file('a page', script),
    file('a drawing named .jpg', drawing('<script>window.__pwned=1</script>')),
    file('a drawing of entities', drawing('<text>&a8;</text>', entities)),
    file('a drawing that reads a file', drawing('<text>&y;</text>', '<!DOCTYPE svg [<!ENTITY y SYSTEM "file:///etc/passwd">]>')),
    file('a drawing that includes a picture', drawing('<image href="file:///etc/passwd"/>')),
    file('a GIF that is a script', `GIF89a/*${'\0'.repeat(20)}*/=1;window.__pwned=1`),
    file(
      'an animated GIF',
      await sharp(Buffer.alloc(8 * 16 * 3, 9), { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
        .gif()
        .toBuffer(),
    ),
    file('a TIFF', await picture(20, 20).tiff().toBuffer()),
    file('a BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)])),
    file('a PDF', '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF'),
    file('PostScript', '%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file'),
    file('an ImageMagick script', 'push graphic-context\nimage over 0,0 0,0 "https://evil.example/x"\npop graphic-context'),
    file('a zip', Buffer.from([0x50, 0x4b, 3, 4, ...Buffer.alloc(60)])),
    file('a program', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(300)])),
    file('the beginning of a JPEG and a page', Buffer.concat([whole.subarray(0, 20), Buffer.from(script)])),
    file('a JPEG cut short', whole.subarray(0, whole.length / 2)),
    file('a PNG cut short', (await png()).subarray(0, 60)),
    file('a JPEG without tables', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9])),
    file('a PNG of four billion by four billion', pngSaying(0x7fffffff, 0x7fffffff, Buffer.alloc(10))),
    file('a PNG of no size', pngSaying(0, 0, Buffer.alloc(10))),
    file('a PNG that promises 39 million pixels and has ten', pngSaying(6200, 6200, Buffer.alloc(10))),
    file('a PNG of 50 million pixels', await picture(10_000, 5_000).png({ compressionLevel: 9 }).toBuffer()),
    file('a woven PNG of 7 million pixels', await picture(2700, 2600).png({ progressive: true }).toBuffer()),
    file('a JPEG of 7 million pixels in passes', await picture(2700, 2600).jpeg({ progressive: true }).toBuffer()),
    file('a WebP of 36 million pixels', await picture(6000, 6000).webp({ lossless: true, effort: 0 }).toBuffer()),
    file('a WebP of nothing', Buffer.concat([Buffer.from('RIFF\xff\xff\xff\x7fWEBPVP8L', 'latin1'), Buffer.alloc(100, 255)])),
    file('an HEIF of nothing', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(100, 255)])),
    file('more than 12 MB', Buffer.concat([whole, Buffer.alloc(13 * 1024 * 1024)])),
    file('100 MB', Buffer.alloc(100 * 1024 * 1024)),
  ]
}

/** What every file below hides somewhere outside its pixels. */
export const hidden = ['__pwned', '<script', 'Phone 7', 'GPSLatitude', '%PDF', 'PK\u0003\u0004', 'xpacket']

/** Pictures that are good to look at, and hold something else as well. */
export async function goodFiles(): Promise<HostileFile[]> {
  const whole = await jpeg()
  const file = (what: string, bytes: Buffer): HostileFile => ({ what, bytes })
  const place = { IFD0: { Model: 'Phone 7', ImageDescription: script }, IFD3: { GPSLatitude: '24/1 30/1 0/1', GPSLatitudeRef: 'N' } }
  const packet = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>${script}</x:xmpmeta><?xpacket end="w"?>`
  const tail = Buffer.from(`${script}%PDF-1.7 PK\u0003\u0004`)
  return [
    file('a JPEG with a place and a script in its description', await picture(300, 200).withExif(place).jpeg().toBuffer()),
    file('a JPEG with a page as its comment', withSegment(whole, 0xfe, Buffer.from(script))),
    file('a JPEG with an XMP packet', withSegment(whole, 0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`))),
    file('a JPEG with a broken profile', withSegment(whole, 0xe2, Buffer.from(`ICC_PROFILE\0\u0001\u0001${script}`))),
    file('a JPEG with a page, a PDF and a zip behind it', Buffer.concat([whole, tail])),
    file(
      'a PNG with words and a page behind it',
      Buffer.concat([pngSaying(8, 8, Buffer.alloc(8 * 25), [chunk('tEXt', Buffer.from(`Comment\0${script}`))]), tail]),
    ),
    file(
      'a PNG with a text that unpacks to 50 MB',
      pngSaying(8, 8, Buffer.alloc(8 * 25), [chunk('zTXt', Buffer.concat([Buffer.from('c\0\0'), deflateSync(Buffer.alloc(50_000_000))]))]),
    ),
    file('a picture of four inks', await picture(60, 40).toColourspace('cmyk').jpeg().toBuffer()),
    file('a picture with sixteen bits a colour', await picture(60, 40).toColourspace('rgb16').png().toBuffer()),
    file(
      'a picture one sees through',
      await sharp({ create: { width: 60, height: 40, channels: 4, background: '#a338' } })
        .png()
        .toBuffer(),
    ),
    file(
      'a moving WebP',
      await sharp(Buffer.alloc(8 * 16 * 3, 9), { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
        .webp()
        .toBuffer(),
    ),
    file('a picture one pixel high', await picture(4000, 1).png().toBuffer()),
    file('a picture turned on its side', await picture(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()),
  ]
}

/** Pictures that are allowed and take most to unpack. */
export async function heavyFiles(): Promise<HostileFile[]> {
  const large = picture(6300, 6300)
  const half = picture(2440, 2440)
  return [
    { what: 'a woven PNG', bytes: await half.clone().png({ progressive: true, compressionLevel: 9 }).toBuffer() },
    { what: 'a JPEG in many passes', bytes: await half.clone().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer() },
    { what: 'one turned on its side', bytes: await large.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer() },
    { what: 'a WebP', bytes: await picture(5400, 5400).webp({ lossless: true, effort: 0 }).toBuffer() },
  ]
}
