import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { aStory } from './stories'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const examples = readFileSync(new URL('./standing-examples.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): { scenario: unknown; answers: unknown } => JSON.parse(line))
const good = JSON.stringify(aStory({ ask: [{ mayWork: 'k1', on: '2024-03-01' }] }))
const answer = '[{"mayWork":true,"because":[]}]'

function run(input: string, flags: string[] = []): Promise<{ code: number | null; lines: string[]; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/standing.ts', ...flags], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const text = Buffer.concat(chunks).toString('utf8')
      resolve({ code, text, lines: text.split('\n').slice(0, -1) })
    })
    child.stdin.end(input)
  })
}

describe('npm run standing', { timeout: 60_000 }, () => {
  it('answers the examples, byte for byte, and ends well', async () => {
    const { code, lines } = await run(examples.map(({ scenario }) => `${JSON.stringify(scenario)}\n`).join(''))
    expect(lines).toEqual(examples.map(({ answers }) => JSON.stringify(answers)))
    expect(code).toBe(0)
  })

  it('goes on after bad lines, one line out for each line in, and ends with 1', async () => {
    const { code, lines } = await run([good, '', '[]', `${good}\r`, '{"ask":', good.replace('u1', 'u\u2028'), good].join('\n'))
    expect(lines.map((line) => (line.startsWith('{"error":{"path":"') ? 'refused' : line))).toEqual([
      answer,
      'refused',
      'refused',
      answer,
      'refused',
      'refused',
      answer,
    ])
    expect(code).toBe(1)
  })

  it('takes a last line feed as the end and not as a blank line', async () => {
    expect(await run(`${good}\n\n`)).toMatchObject({ code: 1, lines: [answer, expect.stringContaining('error')] })
    expect(await run('')).toMatchObject({ code: 0, lines: [] })
  })

  it('streams thousands of long lines', async () => {
    const long = JSON.stringify(aStory({ name: '消防'.repeat(5_000) }))
    const { code, lines } = await run(`${long}\n`.repeat(2_000))
    expect({ code, count: lines.length, kinds: [...new Set(lines)] }).toEqual({ code: 0, count: 2_000, kinds: ['[]'] })
  })

  it('explains itself', async () => {
    const { code, text } = await run('', ['--help'])
    expect(text).toContain('npm run -s standing < in.ndjson')
    expect(code).toBe(0)
  })
})
