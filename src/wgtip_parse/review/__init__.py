"""What was found in a draft, put back into its file: comments and tracked changes in Word, highlights in PDF."""
