/** The questions of a ninety-second lesson, in their order. */
export const asked = ['one', 'two', 'three'] as const
export type Asked = (typeof asked)[number]
export const choices = ['a', 'b', 'c'] as const
export type Choice = (typeof choices)[number]

/** What a reader has answered so far, as the address carries it. Nothing of it is kept. */
export type Given = Record<Asked, Choice | null> & { promised: boolean }

const isChoice = (value: string | null): value is Choice => choices.some((choice) => choice === value)

/** Reads an address: what is out of range, said twice or unknown is as if it were not there. */
export function readGiven(search: URLSearchParams): Given {
  const answer = (question: Asked): Choice | null => {
    const all = search.getAll(question)
    const [first = null] = all
    return all.length === 1 && isChoice(first) ? first : null
  }
  return { one: answer('one'), two: answer('two'), three: answer('three'), promised: search.get('promise') === 'yes' }
}

/** The first question without an answer; null when all three have one. */
export const nextOf = (given: Given): Asked | null => asked.find((question) => given[question] === null) ?? null
