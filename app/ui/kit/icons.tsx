/** Icons of standing, drawn on 20 × 20; always beside a word. */
const paths = {
  met: 'M4 10.5l4 4 8-9',
  due: 'M10 4v6l4 2.5M10 18a8 8 0 110-16 8 8 0 010 16z',
  overdue: 'M10 5.5v6M10 14.4v.2M10 18a8 8 0 110-16 8 8 0 010 16z',
  waived: 'M4 10h12',
  none: 'M10 18a8 8 0 110-16 8 8 0 010 16z',
  barred: 'M10 18a8 8 0 110-16 8 8 0 010 16zM4.5 4.5l11 11',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false" className="shrink-0">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
