import { redirect } from '@remix-run/node'
import type { Scope } from '~/domain/accounts/scope'
import { isRefused } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { formOf, refusedForm } from '~/http/forms.server'
import type { Signed } from '~/http/serve.server'
import { askBatch } from '~/usecases/credentials/ask-batch.server'
import { registerQuestion } from './register-question.server'

/** Asks for what the page lists as one PDF, and leads to where it is made. */
export async function printRegister(ctx: Signed, request: Asked, scope: Scope, unitId: string | null = null) {
  const form = await formOf(request)
  const { filter } = await registerQuestion(request, unitId)
  const outcome = await askBatch(ctx, scope, filter)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/certificates/batches/${outcome.batchId}`, 303)
}
