/** A rule said no. `reason` is a key of the locales; `field` names the form field it belongs to, where there is one. */
export type Refused = { kind: 'refused'; reason: string; field?: string; values?: Record<string, string | number> }

export const refuse = (reason: string, field?: string, values?: Record<string, string | number>): Refused => ({
  kind: 'refused',
  reason,
  ...(field === undefined ? {} : { field }),
  ...(values === undefined ? {} : { values }),
})

export const isRefused = (outcome: object): outcome is Refused => 'kind' in outcome && outcome.kind === 'refused'

/** What a form page shows again after a refusal: the reason per field ('' for the form), as locale keys, and what was typed. */
export type FormAnswer = {
  errors: Record<string, string[]>
  values: Record<string, string>
  reasonValues?: Record<string, string | number>
}
