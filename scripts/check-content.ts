import path from 'node:path'
import { checkContent } from '~/content/check.server'

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))

if (process.argv.includes('--help')) {
  console.log(`npm run check:content [-- <folder>]: reads everything under content/ (or the folder given) as the product does.
Each problem is one line: file:line, what is wrong, what to do. Ends with 1 when there is any, with 0 when all is well.`)
} else {
  const root = path.resolve(given[0] ?? path.join(import.meta.dirname, '../content'))
  const problems = await checkContent(root)
  for (const { file, line, message } of problems) console.log(`${path.relative(process.cwd(), file)}:${line} ${message}`)
  console.log(problems.length === 0 ? 'All content is sound.' : `${problems.length} to put right.`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
