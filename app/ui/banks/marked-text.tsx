import { blocksOf, type Run } from '~/domain/banks/markdown'

/** Runs of the same words may come twice: their place is their key. */
const placed = <One,>(all: readonly One[]) => all.map((one, place) => ({ one, key: String(place) }))

const Line = ({ runs }: { runs: readonly Run[] }) => (
  <>{placed(runs).map(({ one: { bold, text }, key }) => (bold ? <strong key={key}>{text}</strong> : <span key={key}>{text}</span>))}</>
)

/** The same where only lines of text may stand: in a legend, beside a box to tick. */
export const MarkedLines = ({ text }: { text: string }) => (
  <>
    {placed(blocksOf(text)).map(({ one, key: block }) =>
      placed(one.kind === 'paragraph' ? one.lines : one.items).map(({ one: runs, key }) => (
        <span key={`${block} ${key}`} className={one.kind === 'list' ? 'block pl-4' : 'block'}>
          {one.kind === 'list' && (one.start === null ? '• ' : `${one.start + Number(key)}. `)}
          <Line runs={runs} />
        </span>
      )),
    )}
  </>
)

/** A text in the safe part of Markdown: bold, lists and line breaks; everything else is shown as it was typed. */
export function MarkedText({ text, className = '' }: { text: string; className?: string }) {
  return (
    <div className={`break-words ${className}`}>
      {placed(blocksOf(text)).map(({ one, key }) => {
        if (one.kind === 'paragraph')
          return (
            <p key={key} className="mt-2 first:mt-0">
              {placed(one.lines).map(({ one: runs, key: at }) => (
                <span key={at} className="block">
                  <Line runs={runs} />
                </span>
              ))}
            </p>
          )
        const items = placed(one.items).map(({ one: runs, key: at }) => (
          <li key={at}>
            <Line runs={runs} />
          </li>
        ))
        return one.start === null ? (
          <ul key={key} className="mt-2 list-disc pl-6">
            {items}
          </ul>
        ) : (
          <ol key={key} start={one.start} className="mt-2 list-decimal pl-6">
            {items}
          </ol>
        )
      })}
    </div>
  )
}
