// npm test: installs what is missing, then runs every check and ends with one line "N passed, N failed".
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bin, buildIfStale, prepare, root } from './prepare.mjs'

if (process.argv.includes('--help')) {
  console.log('npm test: lint, types, content, unit, use case, route and browser tests. npm run test:long runs what takes longer.')
  process.exit(0)
}
prepare()
const { chromium } = await import('./chromium.mjs')
const environment = { ...process.env, CHROMIUM_PATH: chromium() }
for (const name of Object.keys(environment)) if (/^(MINGBAI_|HOST$|PORT$|DATABASE_URL$|SMTP_URL$)/.test(name)) delete environment[name]

/** Where the machine lends memory as a disk and has 2 GB of it left, no test waits for a disk: SQLite asks for one at every commit. */
function scratch() {
  const memory = '/dev/shm'
  try {
    fs.accessSync(memory, fs.constants.W_OK)
    const { bavail, bsize } = fs.statfsSync(memory)
    return bavail * bsize >= 2 * 1024 ** 3 ? memory : os.tmpdir()
  } catch {
    return os.tmpdir()
  }
}
const reports = fs.mkdtempSync(path.join(scratch(), 'mingbai-tests-'))
process.on('exit', () => fs.rmSync(reports, { recursive: true, force: true }))
environment.TMPDIR = reports
const total = { passed: 0, failed: 0 }

function check(name, command, args, extra = {}) {
  console.log(`\n— ${name}`)
  const started = Date.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...environment, ...extra } })
  console.log(`— ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`)
  return status === 0
}
function count(ok) {
  total[ok ? 'passed' : 'failed'] += 1
}

/** Adds a runner's own counts; a runner that left no report, or failed without a failed test, counts as one failure. */
function countReport(ok, file, read) {
  const found = fs.existsSync(file) ? read(JSON.parse(fs.readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
  total.passed += found.passed
  total.failed += ok ? found.failed : Math.max(found.failed, 1)
}

count(check('lint', bin('biome'), ['check', '.', '--error-on-warnings']))
count(check('types', bin('tsc'), ['--noEmit']))
count(check('content', bin('tsx'), ['scripts/check-content.ts']))
buildIfStale()
const unit = path.join(reports, 'unit.json')
countReport(
  check('unit, use case and route tests', bin('vitest'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`]),
  unit,
  (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests + report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
  }),
)
const browser = path.join(reports, 'browser.json')
countReport(
  check('browser tests', bin('playwright'), ['test', '--reporter=dot,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: browser,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  }),
  browser,
  (report) => ({ passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected }),
)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
