import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { morning, sampleVariable, tsx } from './server'

/** Once before all journeys: the sample street as of the fixed morning. */
export default function loadSample() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-e2e-sample-'))
  process.env[sampleVariable] = folder
  const clock = path.join(folder, 'clock')
  fs.writeFileSync(clock, morning)
  const environment = { MINGBAI_DATA: folder, MINGBAI_CLOCK: clock, MINGBAI_MODE: 'sample' }
  tsx('scripts/migrate.ts', environment)
  tsx('scripts/load-sample.ts', environment)
  return () => fs.rmSync(folder, { recursive: true, force: true })
}
