import type { SentStep, StepAnswer } from '~/domain/learn/permit/answers'

const most = 20
const text = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value.slice(0, 40) : '')

/** What a step's form sent, group by group; names that no group has are left out by whoever reads it. */
export function sentIn(form: FormData, groups: readonly string[]): SentStep {
  const picks = new Map(groups.map((key) => [key, form.getAll(key).map(text).slice(0, most)]))
  return { picks, from: text(form.get('from')).slice(0, 5), to: text(form.get('to')).slice(0, 5) }
}

/** What was sent, to be shown again when it could not be taken. */
export const typedOf = ({ picks, from, to }: SentStep): StepAnswer => ({ picks: Object.fromEntries(picks), from, to })
