/** The drawn faces of licences and of who stands there: each is described in words beside it. */
const hair: Record<number, string> = {
  1: 'M16 30Q16 12 32 12Q48 12 48 30Q40 22 32 22Q24 22 16 30Z',
  2: 'M18 28Q18 10 32 10Q46 10 46 28Q44 18 38 18L22 20Q18 22 18 28Z',
  3: 'M22 17Q32 11 42 17Q32 15 22 17Z',
  4: 'M14 30Q10 20 18 16Q20 8 30 11Q40 6 45 15Q53 19 49 30Q47 22 42 22Q36 18 30 21Q22 19 14 30Z',
}
const shape: Record<number, { rx: number; ry: number }> = {
  1: { rx: 16, ry: 16 },
  2: { rx: 13, ry: 19 },
  3: { rx: 17, ry: 16 },
  4: { rx: 16, ry: 18 },
}
const glasses = [2, 4]
const beard = [3]

export function Face({ face }: { face: number }) {
  const { rx, ry } = shape[face] ?? { rx: 16, ry: 16 }
  return (
    <svg viewBox="0 0 64 72" className="permit-face" aria-hidden="true" focusable="false">
      <rect width="64" height="72" className="f-glass" />
      <path d="M8 72Q8 52 24 50H40Q56 52 56 72Z" className="f-cloth s-ink" strokeWidth="2" />
      <rect x="27" y="44" width="10" height="10" className="f-skin s-ink" strokeWidth="2" />
      <ellipse cx="32" cy="31" rx={rx} ry={ry} className="f-skin s-ink" strokeWidth="2" />
      {beard.includes(face) && <path d="M18 34Q20 50 32 50Q44 50 46 34Q40 42 32 41Q24 42 18 34Z" className="f-ink2" />}
      <path d={hair[face] ?? ''} className="f-ink" />
      <circle cx="26" cy="31" r="2" className="f-ink" />
      <circle cx="38" cy="31" r="2" className="f-ink" />
      {glasses.includes(face) && (
        <path d="M20 31a6 6 0 1012 0a6 6 0 10-12 0M32 31a6 6 0 1012 0a6 6 0 10-12 0" className="f-none s-ink" strokeWidth="2" />
      )}
      <path d="M28 41h8" className="f-none s-ink" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
