"""Design tokens: colours, type, space; every style sheet and page takes them from here.

Contrast of every text colour on its surface is at least 4.5:1 in both modes (WCAG 2.2 AA).
"""

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif'

LIGHT = {
    "page": "#F7F8FB",
    "surface": "#FFFFFF",
    "sunken": "#EEF1F6",
    "line": "#DCE1EA",
    "line-strong": "#8590A3",
    "text": "#0F172A",
    "muted": "#526077",
    "primary": "#2563EB",
    "primary-hover": "#1D4ED8",
    "primary-text": "#1D4ED8",
    "primary-soft": "#E8EFFE",
    "on-primary": "#FFFFFF",
    "success": "#10B981",
    "success-text": "#04704F",
    "success-soft": "#DFF7EE",
    "warning": "#F59E0B",
    "warning-text": "#8A4B04",
    "warning-soft": "#FEF3DC",
    "error": "#EF4444",
    "error-text": "#B91C1C",
    "error-soft": "#FDE8E8",
    "shadow": "0 1px 2px rgb(15 23 42 / .05), 0 8px 24px rgb(15 23 42 / .06)",
}
DARK = {
    "page": "#0B1020",
    "surface": "#131A2C",
    "sunken": "#1B2438",
    "line": "#2A3550",
    "line-strong": "#6B7A99",
    "text": "#EEF2FA",
    "muted": "#A3AFC6",
    "primary": "#2563EB",
    "primary-hover": "#2E6BEE",
    "primary-text": "#8AB0FF",
    "primary-soft": "#1A2A52",
    "on-primary": "#FFFFFF",
    "success": "#10B981",
    "success-text": "#4ADEAE",
    "success-soft": "#0E3329",
    "warning": "#F59E0B",
    "warning-text": "#FBBF55",
    "warning-soft": "#3A2A0C",
    "error": "#EF4444",
    "error-text": "#FCA5A5",
    "error-soft": "#401A20",
    "shadow": "0 1px 2px rgb(0 0 0 / .4), 0 8px 24px rgb(0 0 0 / .35)",
}
SCALE = {
    "font": FONT,
    "text-s": "0.875rem",
    "text-m": "1rem",
    "text-l": "1.1875rem",
    "text-xl": "1.5rem",
    "text-2xl": "clamp(1.625rem, 1.2rem + 1.8vw, 2.25rem)",
    "text-hero": "clamp(2.25rem, 1.3rem + 4.2vw, 4rem)",
    "space-1": "0.25rem",
    "space-2": "0.5rem",
    "space-3": "0.75rem",
    "space-4": "1rem",
    "space-6": "1.5rem",
    "space-8": "2rem",
    "space-12": "3rem",
    "space-20": "clamp(3rem, 8vw, 6rem)",
    "radius": "0.75rem",
    "radius-l": "1.25rem",
    "target": "2.75rem",
}


def css() -> str:
    """The tokens as custom properties, for both modes; Reflex puts `dark` on the root element."""
    return f":root{{{_rules({**SCALE, **LIGHT})}color-scheme:light}}:root.dark{{{_rules(DARK)}color-scheme:dark}}"


def _rules(tokens: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in tokens.items())
