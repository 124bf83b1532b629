public enum LivePlaceholder {}
