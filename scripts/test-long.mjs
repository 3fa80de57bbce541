// npm run test:long: the same properties with many more cases than npm test has time for.
import { bin, buildIfStale, prepare, run } from './prepare.mjs'

if (process.argv.includes('--help')) {
  console.log(
    'npm run test:long: 20,000 random scenarios against the reference, 50,000 writes beside 2,500 rolled-back transactions, every piece of every course by the keyboard alone, 5,000 certificates of 50 workers killed 20 times, 10,000 changed statements and 10,000 guesses of each kind, a print of 1,000 certificates, 20,000 merges of what phones made, 10,000 queued entries of a drill replayed three times, 500 entries on a phone that is killed 20 times, updated, signed out and met by a server that was put back, the year folders of 1,000 units, 500 rounds of 50 people who want the last seat of a class at once, 500 random lists followed day by day, the database held by another process for 30 seconds, every statement of every migration killed, 100 stops under load, 50 kills during sittings, a drill and a class, 10,000 guesses at one account, 200 hostile inputs in every form, 25 stops and 10 kills of two processes that serve together. Some hours. With -- --kills 1000 it kills that often and does nothing else.',
  )
  process.exit(0)
}
const asked = process.argv.findIndex((argument) => /^--kills(?:=|$)/.test(argument))
const only = asked === -1 ? null : (process.argv[asked].split('=')[1] ?? process.argv[asked + 1] ?? '')
if (only !== null && !/^[1-9]\d{0,5}$/.test(only)) {
  console.error('--kills wants a number of kills, as in: npm run test:long -- --kills 1000')
  process.exit(1)
}
prepare()
process.env.FC_SEED ??= 'any'
const { chromium } = await import('./chromium.mjs')
buildIfStale()
const kills = (many) =>
  run(bin('playwright'), ['test', 'tests/e2e/killed.e2e.ts', '--workers=1', '--retries=0'], { CHROMIUM_PATH: chromium(), KILLS: many })
if (only !== null) {
  kills(only)
  process.exit(0)
}
run(bin('vitest'), ['run', 'tests/domain/duties/agreement.test.ts', 'tests/data/one-door.test.ts', '--testTimeout=3600000'], {
  FC_RUNS: '20000',
  DOOR_WRITES: '50000',
  DOOR_ROLLBACKS: '2500',
})
run(bin('vitest'), ['run', 'tests/documents/outreach/poster-codes.test.ts', '--testTimeout=3600000'], { EVERY_POSTER: 'yes' })
run(
  bin('vitest'),
  [
    'run',
    'tests/data/credentials/certificate-crash.test.ts',
    'tests/domain/credentials/statement.test.ts',
    'tests/routes/credentials/guesses.test.ts',
    'tests/usecases/credentials/large-batch.test.ts',
    '--testTimeout=3600000',
  ],
  { CERTIFICATES: '5000', CERTIFICATE_KILLS: '20', MUTATIONS: '10000', GUESSES: '10000', BATCH: '1000' },
)
run(bin('vitest'), ['run', 'tests/domain/rollcall/presence.test.ts', 'tests/usecases/drills/replay.test.ts', '--testTimeout=3600000'], {
  MERGES: '20000',
  REPLAYED: '10000',
})
run(bin('vitest'), ['run', 'tests/usecases/imports/history-licences.test.ts', '--testTimeout=3600000'], { HISTORY_RUNS: '200' })
run(bin('vitest'), ['run', 'tests/usecases/drills/folders.test.ts', '--testTimeout=3600000'], { FOLDERS: '1000' })
run(
  bin('vitest'),
  ['run', 'tests/usecases/classes/last-seat.test.ts', 'tests/usecases/classes/coverage-model.test.ts', '--testTimeout=3600000'],
  {
    ROUNDS: '500',
    CASES: '500',
  },
)
run(bin('vitest'), ['run', 'tests/data/running', '--testTimeout=3600000'], { HELD_SECONDS: '30', MIGRATION_KILLS: '308' })
run(bin('playwright'), ['test', 'tests/e2e/stopping.e2e.ts', '--workers=1', '--retries=0'], { CHROMIUM_PATH: chromium(), STOPS: '100' })
kills('50')
run(bin('playwright'), ['test', 'tests/e2e/drills-phone', '--workers=1', '--retries=0'], {
  CHROMIUM_PATH: chromium(),
  QUEUED: '500',
  KILLS: '20',
})
run(bin('playwright'), ['test', 'tests/e2e/courses.e2e.ts', '--grep', 'taken to its end'], {
  CHROMIUM_PATH: chromium(),
  EVERY_PIECE_BY_KEYS: 'yes',
})
run(bin('vitest'), ['run', 'tests/routes/accounts/guessing.test.ts', '--testTimeout=3600000'], { GUESSES: '10000' })
run(bin('playwright'), ['test', 'tests/e2e/hostile', '--workers=2', '--retries=0'], {
  CHROMIUM_PATH: chromium(),
  HOSTILE: '200',
  PARTIES: 'all',
})
/** The same stops, and kills, of a server that is two processes. */
run(bin('playwright'), ['test', 'tests/e2e/stopping.e2e.ts', '--workers=1', '--retries=0'], {
  CHROMIUM_PATH: chromium(),
  STOPS: '25',
  MINGBAI_WORKERS: '2',
})
run(bin('playwright'), ['test', 'tests/e2e/killed.e2e.ts', '--workers=1', '--retries=0'], {
  CHROMIUM_PATH: chromium(),
  KILLS: '10',
  MINGBAI_WORKERS: '2',
})
