import { type ClassPart, clash } from './class-body'

/** A class in which somebody holds a seat. */
export type HeldClass = { id: string; title: string; parts: readonly ClassPart[] }

/** The first of these classes that takes place at the same time as one of the parts, wholly or in part; null where none does. */
export const clashingClass = (parts: readonly ClassPart[], held: readonly HeldClass[]): HeldClass | null =>
  held.find((other) => other.parts.some((one) => parts.some((part) => clash(part, one)))) ?? null
