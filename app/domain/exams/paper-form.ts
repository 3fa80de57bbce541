import { type Answer, type QuestionKind, readAnswer } from './question'

/**
 * What a form says about one question: positions among the options as shown (never their ids, which are written in the right
 * order), '' for an open place of an ordering. Fields: `q3` for the choices of question 3, `was3` for what the page showed.
 */
export type Picked = { readonly ordinal: number; readonly positions: readonly string[] }

const marker = /^was(\d{1,3})$/

/** The questions of a form whose choice differs from what the page showed: an old page open in another tab overwrites nothing. */
export function readPaperForm(form: { keys(): Iterable<string>; getAll(name: string): readonly unknown[] }): Picked[] {
  return [...new Set(form.keys())].flatMap((name) => {
    const ordinal = marker.exec(name)?.[1]
    if (ordinal === undefined) return []
    const positions = form.getAll(`q${ordinal}`).filter((value) => typeof value === 'string')
    const before = form.getAll(name)[0]
    const chosen = positions.some((position) => position !== '') ? positions : []
    return chosen.join(',') === before ? [] : [{ ordinal: Number(ordinal), positions: chosen }]
  })
}

/** Positions as shown to option ids; null where they fit neither the options nor the kind. */
export function answerFrom(kind: QuestionKind, shown: readonly string[], positions: readonly string[]): Answer | null {
  const ids = positions.map((position) => (position === '' ? '' : /^\d{1,2}$/.test(position) ? shown[Number(position)] : undefined))
  return readAnswer(kind, shown, ids)
}

/** Option ids to positions as shown. */
export const positionsOf = (shown: readonly string[], answer: Answer | null): string[] =>
  (answer ?? []).map((id) => (id === '' ? '' : String(shown.indexOf(id))))
