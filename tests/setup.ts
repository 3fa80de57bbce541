import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll } from 'vitest'

// Each test file gets a data folder of its own, so that its real SQLite database is nobody else's.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-test-'))
process.env.MINGBAI_DATA = folder
process.env.MINGBAI_CLOCK = path.join(folder, 'clock')
process.env.MINGBAI_URL = 'http://127.0.0.1:3000'
fs.writeFileSync(path.join(folder, 'clock'), '2026-03-10T02:00:00.000Z')

// The same cases every time, so that a red run is about the change; npm run test:long looks for new ones.
const seed = process.env.FC_SEED ?? '20260310'
if (seed !== 'any') fc.configureGlobal({ seed: Number(seed) })

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
