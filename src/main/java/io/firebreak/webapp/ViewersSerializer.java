package io.firebreak.webapp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.firebreak.language.StaffWords;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.Collection;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Writes a text, or several, as whoever looks at them reads them. The web applications' own JSON knows no beans, the request
 * does.
 */
abstract class ViewersSerializer extends JsonSerializer<Object> {

    /** The text as it is shown. */
    abstract String shown(String text, StaffWords words);

    @Override
    public void serialize(Object said, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (said instanceof Collection<?> texts) {
            json.writeStartArray();
            for (Object text : texts) {
                json.writeString(forViewer(String.valueOf(text)));
            }
            json.writeEndArray();
        } else {
            json.writeString(forViewer(String.valueOf(said)));
        }
    }

    private String forViewer(String text) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return text;
        }
        ServletContext application = attributes.getRequest().getServletContext();
        return shown(
                text,
                WebApplicationContextUtils.getRequiredWebApplicationContext(application)
                        .getBean(StaffWords.class));
    }
}
