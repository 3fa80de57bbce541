import path from 'node:path'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'

/** A place that rests on a clause: which file and line, what it is, and how it names the clause. */
export type Resting = { kind: 'lesson' | 'question'; file: string; line: number; id: string; of: string; mark: string; says: string }

/** Finds words whatever the spaces in them. Numbers stay whole: 6.3 is in 6.3.1, not in 16.3, 1.6.3 or 6.30. */
function finder(words: string): RegExp {
  const letters = [...words.replace(/[\s《》]/g, '')].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  const before = /^\d/.test(words) ? '(?<![\\d.])' : ''
  const after = /\d$/.test(words) ? '(?!\\d)' : ''
  return new RegExp(before + letters.join('\\s*') + after)
}

/** A clause as it is asked for: the law, with a standard's number, and the article. */
function split(clause: string): { law: string; part: string } {
  const [first = '', ...rest] = clause.trim().split(/\s+/)
  const isStandard = /^[A-Z/]+$/.test(first)
  return { law: isStandard ? `${first}${rest[0] ?? ''}` : first, part: (isStandard ? rest.slice(1) : rest).join('') }
}

/** Does `of` name this law and, after it, this part of it? */
function names(of: string, { law, part }: { law: RegExp; part: RegExp | null }): boolean {
  const found = law.exec(of)
  return found !== null && (part === null || part.test(of.slice(found.index + found[0].length)))
}

/** The lessons and questions that rest on a clause such as "61号令 第三十六条"; without an article, on a law at all. */
export function restingOn({ root, courses, banks }: Catalogue, clause: string): Resting[] {
  const { law, part } = split(clause)
  if (law === '') return []
  const asked = { law: finder(law), part: part === '' ? null : finder(part) }
  const lessons = [...courses.values()].flatMap((course) =>
    course.lessons.flatMap(({ id, folder, zh }) => {
      const file = path.join(folder, 'lesson.mdx')
      return zh.facts
        .filter(({ of }) => names(of, asked))
        .map(({ of, mark, says }): Resting => ({ kind: 'lesson', file, line: lineWith(file, says), id, of, mark, says }))
    }),
  )
  const questions = [...banks.values()].flatMap((bank) =>
    [...bank.topics].flatMap(([topic, { questions: written }]) => {
      const file = path.join(root, 'banks', bank.slug, `${topic}.yaml`)
      return written.flatMap(({ id, source, stem }) =>
        [source, ...(source.also ?? [])]
          .filter(({ of }) => names(of, asked))
          .slice(0, 1)
          .map(({ of, mark }): Resting => ({ kind: 'question', file, line: lineWith(file, `id: ${id}`), id, of, mark, says: stem.zh })),
      )
    }),
  )
  return [...lessons, ...questions]
}

/** The laws that lessons and questions name, for who asked for one that none does. */
export function lawsNamed({ courses, banks }: Catalogue): string[] {
  const clauses = [
    ...[...courses.values()].flatMap(({ lessons }) => lessons.flatMap(({ zh }) => zh.facts)),
    ...[...banks.values()].flatMap(({ questions }) => [...questions.values()].map(({ source }) => source)),
  ]
  return [...new Set(clauses.map(({ of }) => split(of).law))].sort()
}
