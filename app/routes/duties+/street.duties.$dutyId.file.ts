import { redirect } from '@remix-run/node'
import { isRefused } from '~/domain/shared/refusal'
import { param, serve } from '~/http/serve.server'
import { formWithFile } from '~/http/upload.server'
import { addLocalDutyFile } from '~/usecases/duties/add-local-duty-file.server'
import { getLocalDuty } from '~/usecases/duties/reached-local-duty.server'
import { readOwnDocument } from '~/usecases/duties/read-local-duty-file.server'
import { documentAnswer } from './document-answer.server'

/** A document of 8 MB and the fields beside it. */
const mostBytes = 9 * 1024 * 1024

export const loader = serve('supervisor', async (ctx, { params }) => documentAnswer(await readOwnDocument(ctx, param(params, 'dutyId'))))

/** The document of a draft; where it cannot be taken the page of the duty says why. */
export const action = serve('supervisor', async (ctx, { request, params }) => {
  const { id: dutyId } = getLocalDuty(ctx, param(params, 'dutyId'))
  const here = `/street/duties/${dutyId}`
  const read = await formWithFile(request, 'file', mostBytes)
  if (read === null) return redirect(`${here}?file=fileLarge`, 303)
  if (read.file === null) return redirect(`${here}?file=fileMissing`, 303)
  const outcome = await addLocalDutyFile(ctx, { dutyId, ...read.file })
  return redirect(isRefused(outcome) ? `${here}?file=${outcome.reason.split('.').at(-1)}` : `${here}?done=file`, 303)
})
