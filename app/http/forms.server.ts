import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { FormAnswer, Refused } from '~/domain/shared/refusal'
import type { Asked } from './asked.server'

const secret = /password|slip|code/i

/** Names as our pages write them. Others mean something to parsers and to objects, and nothing to us. */
const plainName = /^(?!constructor$)[a-z][\w-]{0,60}$/i

/** More than any form of ours sends, with its file. */
const mostFormBytes = 14 * 1024 * 1024

/** More fields than any form of ours has: what reads them one by one would hold up everybody else. */
const mostFields = 5_000

/** A body that does not say how long it is, or is longer than `most`, is not read. Browsers always say it. */
export const isOverlong = (request: Asked, most = mostFormBytes): boolean =>
  request.headers.get('transfer-encoding') !== null || Number(request.headers.get('content-length') ?? 0) > most

/** What a request's form says. A body that is no form, or is too long or has too many fields for one, says nothing, and is answered like an empty one. */
export async function formOf(request: Asked): Promise<FormData> {
  if (isOverlong(request)) return new FormData()
  const form = await request.formData().catch(() => new FormData())
  let fields = 0
  for (const _name of form.keys()) {
    fields += 1
    if (fields > mostFields) return new FormData()
  }
  return form
}

function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === 'string' && plainName.test(name) && !secret.test(name) ? [[name, value]] : [],
    ),
  )
}

/** A schema's own sentence, where it names no words of ours: only a form that no page of ours sends comes so far. */
const inWords = (message: string): string => (/^[a-z]+:[a-zA-Z.]+$/.test(message) ? message : 'shell:fieldUnreadable')

function ours(form: FormData): FormData {
  const kept = new FormData()
  for (const [name, value] of form) if (plainName.test(name) && typeof value === 'string') kept.append(name, value)
  return kept
}

/** Parses a form once, at the door. Messages of the schema are locale keys. */
export function parseForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
): { ok: true; value: z.output<S> } | { ok: false; answer: FormAnswer } {
  const submission = parseWithZod(ours(form), { schema })
  if (submission.status === 'success') return { ok: true, value: submission.value }
  const errors = Object.fromEntries(Object.entries(submission.error ?? {}).map(([field, found]) => [field, (found ?? []).map(inWords)]))
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
