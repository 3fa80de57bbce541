import type { ReactNode } from 'react'
import type { Mark } from '~/domain/learn/permit/grade'
import { Zoomable } from '~/ui/kit/zoomable'

type Spot = { id: string; at: { x: number; y: number } | null; mark?: Mark }

const told: Record<Mark, string> = { found: 'spot-right', missed: 'permit-missed', wrong: 'spot-fine', left: 'spot-fine' }

/** The site with its numbers. A number is a second label of its box in the list, which keyboards and readers use. */
export function SitePicture({ drawing, alt, spots }: { drawing: string; alt: string; spots: readonly Spot[] }): ReactNode {
  return (
    <Zoomable id="site" drawing={drawing}>
      <div className="spot-picture">
        <div role="img" aria-label={alt} dangerouslySetInnerHTML={{ __html: drawing }} />
        {spots.map(({ id, at, mark }, index) => {
          if (at === null) return null
          const style = { left: `${at.x}%`, top: `${at.y}%` }
          return mark === undefined ? (
            <label key={id} htmlFor={`spots-${id}`} aria-hidden="true" className="spot-mark" style={style}>
              <span>{index + 1}</span>
            </label>
          ) : (
            <span key={id} aria-hidden="true" className={`spot-mark spot-told ${told[mark]}`} style={style}>
              <span>{index + 1}</span>
            </span>
          )
        })}
      </div>
    </Zoomable>
  )
}
