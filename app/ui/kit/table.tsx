import type { ReactNode } from 'react'

export type Column<Row> = { key: string; head: string; cell: (row: Row) => ReactNode; numeric?: boolean }

/** A table with a sticky head; on a phone each row becomes a card that is headed by its first cell. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
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
              className={`sticky top-0 border-b border-field bg-paper py-2 pr-4 text-14 font-semibold text-ink2 ${column.numeric ? 'text-right' : 'text-left'}`}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="block border-b border-line py-3 sm:table-row sm:py-0">
            {columns.map((column, place) => (
              <td
                key={column.key}
                className={`flex justify-between gap-4 py-1 sm:table-cell sm:py-3 sm:pr-4 sm:align-top ${column.numeric ? 'sm:text-right' : ''}`}
              >
                <span aria-hidden="true" className={`shrink-0 text-14 text-ink2 sm:hidden ${place === 0 ? 'hidden' : ''}`}>
                  {column.head}
                </span>
                <span className={place === 0 ? 'text-18 font-semibold sm:text-16 sm:font-normal' : 'text-right sm:text-left'}>
                  {column.cell(row)}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
