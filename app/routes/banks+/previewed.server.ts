import { data } from '@remix-run/node'
import type { BankQuestion } from '~/domain/banks/question'
import type { QuestionAnswer } from '~/ui/banks/question-form'

/** What was typed, shown as it would be; nothing is kept of it. */
export function previewed(form: FormData, preview: BankQuestion) {
  const values = Object.fromEntries([...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const answer: QuestionAnswer = { errors: {}, values, preview }
  return data(answer)
}
