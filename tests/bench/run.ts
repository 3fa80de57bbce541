// npm run bench: each figure beside a floor measured in the same run.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { benchCertificates } from './certificates'
import { benchClassCoverage } from './class-coverage'
import { scannedInClass, tickedInClass } from './class-sign-in'
import { preJobLessons } from './course-lessons'
import { benchCoverage } from './coverage'
import { bareInsertRate } from './floors'
import { bareRate, rate } from './load'
import { countedScans, firstQuestion, lessonRates } from './outreach'
import { paperRate, untilReady } from './papers'
import { benchQuestionBank } from './question-bank'
import { scanned, ticked } from './roll-call'
import { benchStanding } from './standing'
import { benchStreet } from './street'

const root = path.resolve(import.meta.dirname, '../..')
const seconds = Number(process.argv.find((argument) => argument.startsWith('--seconds='))?.slice(10) ?? 5)
const papers = 400

if (process.argv.includes('--help')) {
  console.log(
    'npm run bench [-- --seconds=5]: prints rates as ratios to a floor measured in the same run. Build first (npm start or npm test do).',
  )
  process.exit(0)
}

const row = (name: string, figure: string, floor: string, wanted: string) =>
  console.log(`${name.padEnd(34)} ${figure.padEnd(26)} ${floor.padEnd(40)} wanted ${wanted}`)
const whole = (value: number) => String(Math.round(value))

const street = benchStreet(papers, preJobLessons)
const port = 4790
const url = `http://127.0.0.1:${port}`
const server = spawn(process.execPath, ['build/serve.js'], {
  cwd: root,
  env: {
    ...process.env,
    NODE_ENV: 'production',
    MINGBAI_DATA: street.data,
    MINGBAI_MODE: 'sample',
    PORT: String(port),
    MINGBAI_PROXIES: '1',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  await untilReady(url)
  await new Promise((resolve) => setTimeout(resolve, 15_000))
  for (const [name, address, wanted, addresses, cookie] of [
    ['front page', '/', '≥ 0.5', false, ''],
    ['certificate check', `/C/${street.certificate}`, '≥ 0.1', true, ''],
    ['signed-in lesson', `/courses/pre-job/lessons/${preJobLessons[1]}`, '≥ 800/s', false, street.cookies[0] ?? ''],
  ] as const) {
    const headers: Record<string, string> = cookie === '' ? {} : { cookie }
    const body = Buffer.from(await (await fetch(url + address, { headers: { ...headers, 'x-forwarded-for': '10.0.0.1' } })).arrayBuffer())
    const floor = await bareRate(body, seconds)
    const found = await rate({ url: url + address, headers, addresses }, seconds)
    row(name, `${whole(found)}/s, ratio ${(found / floor).toFixed(2)}`, `bare node:http ${whole(floor)}/s, ${body.length} bytes`, wanted)
  }
  for (const { address, found, floor, bytes } of await lessonRates(url, seconds))
    row(address, `${whole(found)}/s, ratio ${(found / floor).toFixed(2)}`, `bare node:http ${whole(floor)}/s, ${bytes} bytes`, '≥ 0.6')
  const scans = await countedScans(url, street.data, 100_000)
  row(
    'scans counted',
    `${scans.kept} of ${scans.sent}`,
    `in ${scans.seconds.toFixed(1)} s, at most ${scans.batches} batches`,
    'all, in an hour',
  )
  const phone = await firstQuestion(url, 5)
  row(
    'first question, slow 4G, 4 × CPU',
    `${whole(phone.middle)} ms, worst ${whole(phone.worst)} ms`,
    `${phone.bytes} bytes in all`,
    '≤ 1500 ms',
  )
  const inserts = bareInsertRate(seconds)
  const people = street.cookies.map((cookie, n) => ({ cookie, seat: street.seats[n] ?? '' }))
  const sat = await paperRate(url, people, 50)
  row(
    'whole papers, 50 at once',
    `${sat.toFixed(1)}/s, ratio ${(sat / inserts).toFixed(3)}`,
    `bare INSERT at FULL ${whole(inserts)}/s`,
    '≥ 40/s',
  )
} finally {
  server.kill()
  fs.rmSync(street.data, { recursive: true, force: true })
}
for (const [roll, wanted] of [
  [await ticked(5000, 40, 500), '500/s, receipt ≤ 300 ms, boards ≤ 1000 ms'],
  [await scanned(1500, 40, 50), 'scan and press ≤ 300 ms, boards ≤ 1000 ms'],
  [await tickedInClass(), '200/s, answer ≤ 200 ms'],
  [await scannedInClass(), '200/s, scan and press ≤ 200 ms'],
] as const) {
  const p95 = Object.entries(roll.p95).map(([name, ms]) => `${name} p95 ${whole(ms)} ms`)
  row(
    `roll call ${roll.way}`,
    `${whole(roll.made / roll.seconds)}/s of ${roll.asked}/s`,
    [...p95, `boards p95 ${whole(roll.boards.p95)} ms, worst ${whole(roll.boards.worst)} ms`].join(', '),
    wanted,
  )
}
const standing = await benchStanding()
row('standing, 100,000 × 12', `${whole(standing.ms)} ms`, standing.detail, '≤ 2000 ms')
for (const { people, units, pageMs, ruleMs, mendMs, bookMb } of benchCoverage([{ people: 10_000, units: 300 }]))
  row(
    `coverage, ${people} people, ${units} units`,
    `${pageMs.toFixed(1)} ms, ratio ${(pageMs / ruleMs).toFixed(3)}`,
    `by the rule ${whole(ruleMs)} ms; mending ${mendMs.toFixed(2)} ms, ${bookMb.toFixed(0)} MB`,
    '≤ 0.1',
  )
const list = await benchClassCoverage()
row(
  `class list, ${list.units} units`,
  `p95 ${whole(list.pageMs)} ms, ratio ${(list.afterChangeMs / list.rowsMs).toFixed(2)}`,
  `bare rows ${whole(list.rowsMs)} ms; after a change p95 ${whole(list.afterChangeMs)} ms, at first ${whole(list.coldMs)} ms`,
  '≤ 150 ms',
)
for (const { what, ms, bareMs, megabytes } of benchQuestionBank())
  row(
    `questions, ${what}`,
    `${whole(ms)} ms, ratio ${(ms / bareMs).toFixed(1)}`,
    `bare rows ${whole(bareMs)} ms; memory + ${whole(megabytes)} MB`,
    '≤ 10 s',
  )
const { hashMs, ...signed } = benchCertificates()
const beside = `SHA-256 of 1 MB ${hashMs.toFixed(2)} ms`
for (const [name, ms, detail, wanted] of [
  ['certificate signed', signed.signMs, `${signed.statementLength} characters`, '≤ 2'],
  ['statement judged', signed.judgeMs, beside, '≤ 20'],
  ['list of 100,000 made', signed.listMs, `${signed.listBytes} bytes`, '≤ 200'],
  ['list of 100,000 read', signed.readListMs, `${signed.listBytes} bytes`, '≤ 100'],
] as const)
  row(name, `${ms.toFixed(2)} ms, ratio ${(ms / hashMs).toFixed(2)}`, detail === beside ? beside : `${beside}; ${detail}`, wanted)
process.exit(0)
