"""From a view and a style to a scene: text measured, boxes placed, pages planned."""
