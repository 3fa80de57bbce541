import { type Refused, refuse } from '~/domain/shared/refusal'
import type { Asked } from './asked.server'
import { formOf } from './forms.server'

/** A photograph of 12 MB and the fields beside it. */
const mostBytes = 13 * 1024 * 1024

/** A form with a photograph: its fields, and the picture's bytes where one was chosen. What says no size or a larger one is not read. */
export async function formWithPhotograph(
  request: Asked,
  field = 'photo',
): Promise<{ kind: 'read'; form: FormData; photo: Uint8Array | null } | Refused> {
  const size = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(size <= mostBytes)) return refuse('shell:photo.tooLarge', field)
  const form = await formOf(request)
  const chosen = form.get(field)
  const photo = chosen instanceof Blob && chosen.size > 0 ? new Uint8Array(await chosen.arrayBuffer()) : null
  return { kind: 'read', form, photo }
}

/** A form with one file of any kind: null where it says no size or a larger one, and is not read. */
export async function formWithFile(
  request: Asked,
  field: string,
  most: number,
): Promise<{ form: FormData; file: { name: string; bytes: Uint8Array } | null } | null> {
  const size = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(size <= most)) return null
  const form = await formOf(request)
  const chosen = form.get(field)
  if (chosen === null || typeof chosen === 'string' || chosen.size === 0) return { form, file: null }
  return { form, file: { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) } }
}
