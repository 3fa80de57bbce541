import fs from 'node:fs'
import path from 'node:path'
import { morning, sampleBase, tsx } from './server'

/** Once before all journeys: the sample street as of the fixed morning. */
export default function loadSample() {
  fs.rmSync(sampleBase, { recursive: true, force: true })
  fs.mkdirSync(sampleBase, { recursive: true })
  const clock = path.join(sampleBase, 'clock')
  fs.writeFileSync(clock, morning)
  const environment = { MINGBAI_DATA: sampleBase, MINGBAI_CLOCK: clock, MINGBAI_MODE: 'sample' }
  tsx('scripts/migrate.ts', environment)
  tsx('scripts/load-sample.ts', environment)
  return () => fs.rmSync(sampleBase, { recursive: true, force: true })
}
