import { type Holding, isAboutPeople } from './holding'
import { credentialHoldings, learningHoldings, toldHoldings } from './learning-holdings'
import { dutyHoldings, localHoldings, peopleHoldings, posterHoldings } from './people-holdings'
import { classHoldings, drillHoldings, hotWorkHoldings, watchHoldings } from './site-holdings'

/** What every table of the database holds of people. A table that is not here fails the tests, and so does a column that looks personal. */
export const holdings: readonly Holding[] = [
  ...peopleHoldings,
  ...dutyHoldings,
  ...localHoldings,
  ...posterHoldings,
  ...learningHoldings,
  ...credentialHoldings,
  ...toldHoldings,
  ...drillHoldings,
  ...watchHoldings,
  ...hotWorkHoldings,
  ...classHoldings,
]

const depthOf = (holding: Holding, seen = 0): number => {
  const parent = holding.under && holdings.find(({ table }) => table === holding.under?.table)
  return parent === undefined || seen > 5 ? 0 : 1 + depthOf(parent, seen + 1)
}

/** Tables with rows about people, those first that other tables belong to. */
export const personalTables: readonly Holding[] = holdings.filter(isAboutPeople).toSorted((one, other) => depthOf(one) - depthOf(other))

/** Columns that are named as if somebody's id, name or number stood in them. */
export const looksPersonal = (column: string): boolean =>
  /(person|account|post|subject|guard|applicant|observer|target|worker)Id$|(^b|B)y$|^(actor|name|printedName|phone|contact|sealed|idCipher|idHash|photo)$|Name$|^number(Sealed|Hash)$/i.test(
    column,
  )

/** Columns of a table that its holding accounts for. */
export const accountedFor = ({ of, under, by, clear, clearWhere, alike, words, sealed, withheld }: Holding): ReadonlySet<string> =>
  new Set([
    ...(of ?? []),
    ...(under === undefined ? [] : [under.column]),
    ...(by ?? []),
    ...Object.keys(clear ?? {}),
    ...Object.keys(clearWhere ?? {}),
    ...(alike === undefined ? [] : [alike]),
    ...(words ?? []),
    ...(sealed ?? []),
    ...(withheld ?? []),
  ])
