package io.firebreak.engine.guard;

import io.firebreak.engine.ProcessBean;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The beans that expressions in diagrams can reach: those that carry {@link ProcessBean}, and no other. */
@Component
public class ProcessBeans {

    private final ListableBeanFactory beans;

    ProcessBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    public Set<String> names() {
        return new TreeSet<>(Set.of(beans.getBeanNamesForAnnotation(ProcessBean.class)));
    }

    public Class<?> typeOf(String name) {
        return beans.getType(name);
    }

    /** A view that finds each bean when it is asked for: the engine is built before the beans that need it. */
    Map<Object, Object> asMap() {
        return new AbstractMap<>() {
            @Override
            public boolean containsKey(Object name) {
                return name instanceof String text
                        && beans.containsBean(text)
                        && beans.findAnnotationOnBean(text, ProcessBean.class) != null;
            }

            @Override
            public Object get(Object name) {
                return containsKey(name) ? beans.getBean((String) name) : null;
            }

            @Override
            public Set<Entry<Object, Object>> entrySet() {
                throw new IllegalStateException("Process beans are looked up by name");
            }
        };
    }
}
