import { type Day, parseDay } from '~/domain/shared/day'
import type { Asked } from './asked.server'

/** Reads filters from an address: what is missing, empty or unknown is null, never a fault. */
export function readQuery(request: Asked) {
  const { searchParams, search } = new URL(request.url)
  const text = (name: string): string | null => searchParams.get(name)?.trim().slice(0, 200) || null
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === searchParams.get(name)) ?? null
  const day = (name: string): Day | null => parseDay(searchParams.get(name)?.trim() ?? '')
  const page = (): number => {
    const asked = Number(searchParams.get('page') ?? '1')
    return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  }
  return { text, oneOf, day, page, all: (name: string) => searchParams.getAll(name).slice(0, 100), search }
}
