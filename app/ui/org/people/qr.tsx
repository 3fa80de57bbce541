/** A code of black modules on white in both themes; the quiet zone is inside. One path, so that it prints sharp at any size. */
export function Qr({ modules, label }: { modules: boolean[][]; label: string }) {
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="block h-auto w-full"
    >
      <rect width={modules.length} height={modules.length} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
