import { Transform } from 'node:stream'

/**
 * React 18 ends a part of a page with zero bytes where a letter of several bytes did not fit any more (react#24985). Between words nobody
 * sees them; within an attribute they become two foreign letters, and a name or the value of a button is another one. HTML has none.
 */
export const withoutZeros = (): Transform =>
  new Transform({
    transform(part: Buffer, _encoding, done) {
      done(null, part.includes(0) ? part.filter((byte) => byte !== 0) : part)
    },
  })
