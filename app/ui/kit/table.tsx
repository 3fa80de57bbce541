import { Fragment, type ReactNode } from 'react'

/** `isBare`: on a phone, where each cell is a line of its own, it goes without its head. `width`: the class of its width on a wide page. */
export type Column<Row> = { key: string; head: string; cell: (row: Row) => ReactNode; numeric?: boolean; isBare?: boolean; width?: string }

/**
 * A table with a sticky head; on a phone each row becomes a card that is headed by its first cell. `opened` is shown beneath a row over
 * its whole width; `rowAnchor` is the row's place in the address.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowAnchor,
  opened,
}: {
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowAnchor?: (row: Row) => string
  opened?: (row: Row) => ReactNode
}) {
  return (
    <table className="block w-full sm:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`sticky top-0 border-b border-field bg-paper py-2 pr-4 text-14 font-semibold text-ink2 ${column.numeric ? 'text-right' : 'text-left'} ${column.width ?? ''}`}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map((row) => {
          const beneath = opened?.(row) ?? null
          return (
            <Fragment key={rowKey(row)}>
              <tr
                id={rowAnchor?.(row)}
                className={`block scroll-mt-14 pt-3 sm:table-row sm:pt-0 ${beneath === null ? 'border-b border-line pb-3 sm:pb-0' : ''}`}
              >
                {columns.map((column, place) => (
                  <Cell key={column.key} column={column} row={row} isFirst={place === 0} />
                ))}
              </tr>
              {beneath !== null && (
                <tr className="block border-b border-line py-3 sm:table-row sm:py-0">
                  <td colSpan={columns.length} className="block sm:table-cell sm:py-3">
                    {beneath}
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row, isFirst }: { column: Column<Row>; row: Row; isFirst: boolean }) {
  return (
    <td
      className={`flex items-baseline justify-between gap-4 py-1 sm:table-cell sm:py-3 sm:pr-4 sm:align-top ${column.numeric ? 'sm:text-right' : ''}`}
    >
      <span aria-hidden="true" className={`shrink-0 text-14 text-ink2 sm:hidden ${isFirst || column.isBare ? 'hidden' : ''}`}>
        {column.head}
      </span>
      <span className={isFirst ? 'text-18 font-semibold sm:text-16 sm:font-normal' : 'text-right sm:text-left'}>{column.cell(row)}</span>
    </td>
  )
}
