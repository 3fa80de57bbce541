import { closeDatabase } from '~/data/db.server'
import { rebuildCoverage } from '~/usecases/duties/rebuild-coverage.server'

const MOST_TOLD = 20

if (process.argv.includes('--help')) {
  console.log(
    'npm run standing:rebuild: has the running server work out all standings it keeps anew, works them out here too and compares them with the rule. Exit code 0 only when they are equal.',
  )
} else {
  let told = 0
  const { units, lines, differences } = await rebuildCoverage((difference) => {
    told += 1
    if (told <= MOST_TOLD) console.error(difference)
  })
  console.log(
    `${lines} standings of ${units} units: ${differences === 0 ? 'all as the rule says' : `${differences} differ from the rule`}.`,
  )
  if (differences > 0) process.exitCode = 1
  await closeDatabase()
}
