import { param, serve } from '~/http/serve.server'
import { readPublishedDocument } from '~/usecases/duties/read-local-duty-file.server'
import { documentAnswer } from './document-answer.server'

/** The document of a published local plan, for anybody. */
export const loader = serve('anyone', async (_, { params }) => documentAnswer(await readPublishedDocument(param(params, 'dutyId'))))
