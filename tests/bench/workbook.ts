// npx tsx tests/bench/workbook.ts [rows]: an .xlsx of that many rows: time, what it takes of the server's thread, memory.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Sheet, workbookParts } from '~/documents/duties/workbook-parts'
import { bytesFromWorker } from '~/gateways/workers.server'

const count = Number(process.argv[2] ?? 100_000)
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
const heads = ['姓名或单位', '单位', '所在地', '岗位', '要求', '情况', '期限', '从哪天起', '有效至']
const rowOf = (nth: number) => [
  `王小明${nth}`,
  `东湖街道第${nth % 3000}号酒店`,
  `湖滨社区${nth % 120}`,
  '消控室值班员',
  '员工消防安全培训（每半年）',
  nth % 3 === 0 ? '已逾期' : '待完成',
  '2026-06-30',
  nth % 3 === 0 ? '2026-07-01' : '',
  '',
]

async function measured(size: number): Promise<void> {
  const sheet: Sheet = { name: '名单', heads, rows: Array.from({ length: size }, (_, nth) => rowOf(nth)) }
  global.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const started = performance.now()
  const busyBefore = process.cpuUsage()
  let bytes = 0
  let first = 0
  const reader = bytesFromWorker('workbook', workbookParts([sheet])).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (bytes === 0) first = performance.now() - started
    bytes += read.value.length
  }
  const took = performance.now() - started
  const { user, system } = process.cpuUsage(busyBefore)
  delay.disable()
  clearInterval(watch)
  console.log(
    `${size} rows: ${Math.round(took)} ms, first byte after ${Math.round(first)} ms, ${megabytes(bytes)}; processor ${Math.round((user + system) / 1000)} ms; ` +
      `the server's thread waits at most ${Math.round(delay.max / 1e6)} ms (p99 ${Math.round(delay.percentile(99) / 1e6)} ms); memory + ${megabytes(peak - before)}`,
  )
}

await measured(1000)
await measured(count)
