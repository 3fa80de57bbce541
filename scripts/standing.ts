import { pipeline } from 'node:stream/promises'
import { parseScenario } from '../app/domain/duties/scenario'
import { answersTo } from '../app/domain/duties/scenario-answers'

const HELP = `How does a subject stand towards a duty on a day?

  npm run -s standing < in.ndjson > out.ndjson

Each line in is one scenario (JSON); each line out is the array of its answers, in the order of "ask".
A line that is not a valid scenario gives {"error":{"path":"…","message":"…"}} and the run goes on;
the exit code is then 1 at the end. Lines stream. Nothing but the days in the input is read.
`

const NEWLINE = 10

/** Lines end at a line feed and nowhere else; what follows the last one is a line only if there is anything. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = []
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      begun.push(chunk.subarray(start, end))
      yield Buffer.concat(begun).toString('utf8')
      begun = []
      start = end + 1
    }
    if (start < chunk.length) begun.push(chunk.subarray(start))
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString('utf8')
}

async function* answerLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  for await (const line of linesOf(chunks)) {
    const parsed = parseScenario(line)
    if (parsed.ok) yield `${JSON.stringify(answersTo(parsed.scenario))}\n`
    else {
      process.exitCode = 1
      yield `${JSON.stringify({ error: { path: parsed.path, message: parsed.message } })}\n`
    }
  }
}

function isClosedPipe(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'EPIPE'
}

if (process.argv.includes('--help')) process.stdout.write(HELP)
else {
  try {
    await pipeline(process.stdin, answerLines, process.stdout)
  } catch (fault) {
    if (!isClosedPipe(fault)) throw fault
    process.exitCode = 1
  }
}
