"""What is planted into files, to be found in none of them after cleaning, and what their author wrote."""

AUTHOR = "Canary Author"
EDITOR = "Canary Editor"
COMPANY = "Canary Company"
TEMPLATE = "Canary-Template.dotm"
STRUCK_OUT = "the canary was struck out"
COMMENT = "a canary in a comment"
SCRIPT = "app.alert('canary')"
ATTACHED = "canary.exe"
CAMERA = "Canary 3000"
CAPTION = "a canary in a caption"
DEVICE = "canary-device-name"

# What must be nowhere in a cleaned file, however deep it is unfolded.
CANARY = "canary"
KEPT = "I trained forty colleagues."
