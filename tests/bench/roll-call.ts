import { type HallFigures, scannedIn, tickedIn, told } from './hall'

const script = 'tests/bench/roll-call-house.ts'

/** Marshals of a drill tick everybody off, `rate` a second among them. */
export const ticked = (people: number, marshals: number, rate: number): Promise<HallFigures> =>
  tickedIn({ script, sizes: [people, marshals], rate }, 'ticked by marshals')

/** Everybody scans a marshal's phone and presses the button, `rate` people a second. */
export const scanned = (people: number, marshals: number, rate: number): Promise<HallFigures> =>
  scannedIn({ script, sizes: [people, marshals], rate }, 'by code')

if (process.argv[1] === import.meta.filename) {
  const [people = 5000, marshals = 40, rate = 500, way = 'both'] = process.argv
    .slice(2)
    .map((text) => (Number.isNaN(Number(text)) ? text : Number(text)))
  for (const [name, bench] of [
    ['ticked', ticked],
    ['scanned', scanned],
  ] as const)
    if (way === 'both' || way === name) console.log(told(await bench(Number(people), Number(marshals), Number(rate))))
  process.exit(0)
}
