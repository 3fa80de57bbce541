/** The names of the files in a zip, from its central directory; they must be marked as UTF-8. */
export function zipNames(zip: Buffer): string[] {
  const names: string[] = []
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw new Error('no end of a zip')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of a zip')
    if ((zip.readUInt16LE(at + 8) & 0x0800) === 0) throw new Error('a name that is not UTF-8')
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    names.push(zip.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  return names
}
