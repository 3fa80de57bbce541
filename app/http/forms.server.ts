import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { FormAnswer, Refused } from '~/domain/shared/refusal'

const secret = /password|slip|code/i

function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' && !secret.test(name) ? [[name, value]] : [])),
  )
}

/** Parses a form once, at the door. Messages of the schema are locale keys. */
export function parseForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
): { ok: true; value: z.output<S> } | { ok: false; answer: FormAnswer } {
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return { ok: true, value: submission.value }
  const errors = Object.fromEntries(Object.entries(submission.error ?? {}).map(([field, found]) => [field, found ?? []]))
  return { ok: false, answer: { errors, values: typedValues(form) } }
}

/** A 400 that keeps what was typed. */
export const formRefused = (answer: FormAnswer) => data(answer, { status: 400 })

/** A use case's refusal as a form answer. */
export const refusedForm = (refusal: Refused, form: FormData) =>
  formRefused({
    errors: { [refusal.field ?? '']: [refusal.reason] },
    values: typedValues(form),
    ...(refusal.values ? { reasonValues: refusal.values } : {}),
  })
