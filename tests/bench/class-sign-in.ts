// npx tsx tests/bench/class-sign-in.ts [people] [classrooms] [a second] [ticked|scanned]: everybody in the rooms of one class signs in at once.
import { bareInsertRate } from './floors'
import { type HallFigures, scannedIn, tickedIn, told } from './hall'

const script = 'tests/bench/class-rooms.ts'

/** The organisers of the classrooms tick everybody off, `rate` a second among them. */
export const tickedInClass = (people = 2000, rooms = 12, rate = 200): Promise<HallFigures> =>
  tickedIn({ script, sizes: [people, rooms], rate }, 'ticked by organisers')

/** Everybody scans the screen of a classroom and presses the button, `rate` people a second. */
export const scannedInClass = (people = 2000, rooms = 12, rate = 200): Promise<HallFigures> =>
  scannedIn({ script, sizes: [people, rooms], rate }, 'by code in classrooms')

if (process.argv[1] === import.meta.filename) {
  const [people = 2000, rooms = 12, rate = 200] = process.argv.slice(2, 5).map(Number)
  const way = process.argv[5] ?? 'both'
  const inserts = bareInsertRate(3)
  for (const [name, bench] of [
    ['ticked', tickedInClass],
    ['scanned', scannedInClass],
  ] as const) {
    if (way !== 'both' && way !== name) continue
    const figures = await bench(people, rooms, rate)
    console.log(
      `${told(figures)}; bare INSERT at FULL ${Math.round(inserts)}/s, ratio ${(figures.made / figures.seconds / inserts).toFixed(2)}`,
    )
  }
  process.exit(0)
}
