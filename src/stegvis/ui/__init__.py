"""The design system: template tags, base templates, error pages and one gallery page. Knows no area."""
