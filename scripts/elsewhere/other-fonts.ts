/** A fontconfig file that replaces every font with this computer's serif font. */
export const OTHER_FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>serif</string></edit>
  </match>
  <include>/etc/fonts/fonts.conf</include>
</fontconfig>
`
