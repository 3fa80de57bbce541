import type { BankQuestion, Difficulty } from './question'
import { difficultyWord, readDifficulty } from './read-answer'

/** How formats without places for them hold a difficulty and a knowledge point. */
export const tagsOf = ({ difficulty, point }: BankQuestion): string[] => [
  ...(difficulty === null ? [] : [`难度:${difficultyWord(difficulty)}`]),
  ...(point === '' ? [] : [`知识点:${point}`]),
]

export type ReadTags = { difficulty: Difficulty | 'unknown' | null; point: string | null }

/** What tags say; other tags say nothing to us. */
export function readTags(tags: readonly string[]): ReadTags {
  const said = (name: string) =>
    tags.map((tag) => new RegExp(`^${name}[:：]\\s*(.*)$`, 's').exec(tag.trim())?.[1]).find((text) => text !== undefined)
  return { difficulty: readDifficulty(said('难度') ?? ''), point: said('知识点') ?? null }
}

/** The last part of a category's path is what the questions below it are about; the names of whole banks are nothing of theirs. */
export function pointInCategory(path: string): string {
  const parts = path
    .trim()
    .replaceAll('//', '\u0000')
    .split('/')
    .map((part) => part.replaceAll('\u0000', '/').trim())
  const last = parts.filter((part) => part !== 'top' && !/^\$\w+\$$/.test(part)).at(-1) ?? ''
  return last
}
