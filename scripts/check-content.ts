import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadCatalogue } from '~/content/catalogue.server'
import { checkContent } from '~/content/check.server'
import type { Resting } from '~/content/named-sources.server'
import { lawsNamed, restingOn } from '~/content/rests-on.server'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean' }, clause: { type: 'string' } },
})
const root = path.resolve(positionals[0] ?? path.join(import.meta.dirname, '../content'))
const here = (file: string) => path.relative(process.cwd(), file)

if (values.help) {
  console.log(`npm run check:content [-- <folder>]: reads everything under content/ (or the folder given) as the product does.
Each problem is one line: file:line, what is wrong, what to do. Ends with 1 when there is any, with 0 when all is well.

npm run check:content -- --clause "61号令 第三十六条" [<folder>]: what to read again when that clause changes. One line for each lesson,
question, exercise, warning case, film and pocket card that rests on it: file:line, its id, the clause as it is named there with its mark, and what it says. The law stands
before the first space, the article after it; without an article, everything that rests on the law.`)
} else if (values.clause !== undefined) printResting(values.clause)
else {
  const problems = await checkContent(root)
  for (const { file, line, message } of problems) console.log(`${here(file)}:${line} ${message}`)
  console.log(problems.length === 0 ? 'All content is sound.' : `${problems.length} to put right.`)
  process.exitCode = problems.length === 0 ? 0 : 1
}

function printResting(clause: string): void {
  const content = loadCatalogue(root, ({ file, line, message }) => console.error(`${here(file)}:${line} ${message}`))
  const found = restingOn(content, clause)
  for (const { file, line, id, of, mark, says } of found) console.log(`${here(file)}:${line} ${id} ${of} (${mark}) ${says}`)
  const count = (...kinds: Resting['kind'][]) => new Set(found.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)).size
  const others = count('exercise', 'case', 'film', 'card')
  console.log(
    `${count('lesson')} lessons, ${count('question')} questions and ${others} exercises, cases, films, cards, ninety-second lessons and sets rest on ${clause}.`,
  )
  if (found.length === 0) console.log(`The content names: ${lawsNamed(content).join(', ')}`)
}
