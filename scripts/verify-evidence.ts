import { closeDatabase } from '~/data/db.server'
import { verifyEvidence } from '~/usecases/duties/verify-evidence.server'

if (process.argv.includes('--help')) {
  console.log(
    'npm run verify:evidence: walks every evidence chain and names the first entry that does not fit. Exit code 0 only when all fit.',
  )
} else {
  const { entries, chains, firstBad } = await verifyEvidence()
  if (firstBad === null) console.log(`${entries} entries in ${chains} chains: all fit.`)
  else {
    console.error(
      `Entry ${firstBad.id} (chain ${firstBad.chain}, number ${firstBad.seq}) does not fit: ${firstBad.why}. ${entries - 1} entries before it fit.`,
    )
    process.exitCode = 1
  }
  await closeDatabase()
}
