"""The screens, each with its style sheet beside it; imported when first shown."""
